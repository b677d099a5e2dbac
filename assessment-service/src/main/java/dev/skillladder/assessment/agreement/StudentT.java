package dev.skillladder.assessment.agreement;

/** Quantiles of Student's t. */
final class StudentT {

    private static final double Z = 1.959963984540054;

    private StudentT() {}

    /**
     * The 97.5 % quantile by the expansion 26.7.5 of Abramowitz and Stegun; off by less than 0.001 from four degrees of
     * freedom on.
     */
    static double twoSided95(int degrees) {
        double z = Z;
        double v = degrees;
        double z2 = z * z;
        double first = z * (z2 + 1) / 4;
        double second = z * ((5 * z2 + 16) * z2 + 3) / 96;
        double third = z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
        double fourth = z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92_160;
        return z + (first + (second + (third + fourth / v) / v) / v) / v;
    }
}
