/**
 * The system as a CycloneDX bill of materials, with its controls as declarations, as far as the
 * published schema has a place for it. Read {@link
 * dev.countersign.report.cyclonedx.CycloneDxFormat} first.
 */
@NullMarked
package dev.countersign.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
