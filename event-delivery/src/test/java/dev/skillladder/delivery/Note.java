package dev.skillladder.delivery;

/** A body for tests. */
record Note(String text) {}
