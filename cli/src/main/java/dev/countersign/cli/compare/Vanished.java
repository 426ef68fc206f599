package dev.countersign.cli.compare;

import dev.countersign.model.Element;

/**
 * An element of a system that nothing in the tree shows any more.
 *
 * @param system the id of the system
 * @param element the element
 * @param missing what was looked for in vain: its files, or its name
 * @param byFiles whether its files were, which settles it; a name may be put together at run time
 */
public record Vanished(String system, Element element, String missing, boolean byFiles) {}
