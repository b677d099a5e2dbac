package dev.skillladder.profile.scim;

/** What a SCIM attribute is in SQL. */
record Column(String sql, Kind kind) {

    enum Kind {
        /** Compared to the letter. */
        EXACT,
        /** Compared whatever the case. */
        TEXT,
        /** True or false. */
        FLAG,
        /** A point in time. */
        INSTANT
    }

    static Column exact(String sql) {
        return new Column(sql, Kind.EXACT);
    }

    static Column text(String sql) {
        return new Column(sql, Kind.TEXT);
    }

    static Column flag(String sql) {
        return new Column(sql, Kind.FLAG);
    }

    static Column instant(String sql) {
        return new Column(sql, Kind.INSTANT);
    }

    /** As it is compared and sorted. */
    String compared() {
        return kind == Kind.TEXT ? "lower(" + sql + ")" : sql;
    }
}
