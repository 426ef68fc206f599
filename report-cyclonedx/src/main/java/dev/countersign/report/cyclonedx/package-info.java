/** The threat model as CycloneDX, as far as its published schema has a place for it. */
@NullMarked
package dev.countersign.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
