package dev.skillladder.engine.declarative;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/** A fraction in lowest terms: a third stays a third until the rule says how to round it. */
record Exact(BigInteger over, BigInteger under) implements Comparable<Exact> {

    static final Exact ZERO = of(0);
    static final Exact ONE = of(1);

    /** Decimals shown to people end here. */
    private static final int SHOWN_DIGITS = 9;

    Exact {
        if (under.signum() == 0) {
            throw new IllegalArgumentException(over + " cannot be divided by nothing");
        }
        var common = under.signum() < 0 ? over.gcd(under).negate() : over.gcd(under);
        over = over.divide(common);
        under = under.divide(common);
    }

    static Exact of(long whole) {
        return new Exact(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Exact of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Exact(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Exact(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    Exact plus(Exact other) {
        return new Exact(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Exact minus(Exact other) {
        return plus(new Exact(other.over.negate(), other.under));
    }

    Exact times(Exact other) {
        return new Exact(over.multiply(other.over), under.multiply(other.under));
    }

    Exact dividedBy(Exact other) {
        return new Exact(over.multiply(other.under), under.multiply(other.over));
    }

    Exact min(Exact other) {
        return compareTo(other) <= 0 ? this : other;
    }

    Exact max(Exact other) {
        return compareTo(other) >= 0 ? this : other;
    }

    Exact rounded(RoundingMode mode, int digits) {
        return of(decimal(mode, digits));
    }

    /** For people: exact up to nine digits after the point. */
    BigDecimal shown() {
        var decimal = decimal(RoundingMode.HALF_EVEN, SHOWN_DIGITS).stripTrailingZeros();
        return decimal.scale() < 0 ? decimal.setScale(0) : decimal;
    }

    int signum() {
        return over.signum();
    }

    private BigDecimal decimal(RoundingMode mode, int digits) {
        return new BigDecimal(over).divide(new BigDecimal(under), digits, mode);
    }

    @Override
    public int compareTo(Exact other) {
        return over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
