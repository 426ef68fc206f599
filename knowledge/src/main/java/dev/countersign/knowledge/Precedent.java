package dev.countersign.knowledge;

/**
 * Something that has happened: a case study of MITRE ATLAS.
 *
 * @param id for example {@code AML.CS0005}
 * @param title its name there
 * @param incident true for an attack in the wild, false for an exercise of researchers
 */
public record Precedent(String id, String title, boolean incident) {}
