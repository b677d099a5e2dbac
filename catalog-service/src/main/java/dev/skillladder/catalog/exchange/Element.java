package dev.skillladder.catalog.exchange;

/**
 * One part of a framework that an import tells apart.
 *
 * @param kind the list it is in, {@code behaviours}, {@code requirements}, or {@code document} for everything that is not
 *     in a list, with an empty id
 * @param id slug, or slugs joined by {@code /}: {@code python/3} is a behaviour, {@code engineer/senior/python} a requirement
 */
public record Element(String kind, String id) {}
