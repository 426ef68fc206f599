/**
 * The diagram for wikis and merge requests, which draw Mermaid themselves. Read {@link
 * dev.countersign.report.mermaid.MermaidFormat} first.
 */
@NullMarked
package dev.countersign.report.mermaid;

import org.jspecify.annotations.NullMarked;
