package dev.countersign.derive.flow;

/**
 * Something that flows from one element to another because the file says so.
 *
 * @param from id of the element or implied actor where it starts
 * @param to id of the element or implied actor where it ends
 * @param verb what happens, so that start, verb and end read as a sentence: {@code asks}, {@code is
 *     read by}, {@code sends credentials to}
 * @param declaredBy id of the element whose key says so; a flow that is declared as an element of
 *     its own is found by it
 * @param risesInTrust whether it runs from less trusted to more trusted
 */
public record DataFlow(
    String from, String to, String verb, String declaredBy, boolean risesInTrust) {}
