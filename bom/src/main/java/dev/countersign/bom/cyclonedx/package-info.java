/**
 * Bills as CycloneDX 1.6, the newest version that the library of CycloneDX for Java writes. Read
 * {@link dev.countersign.bom.cyclonedx.CycloneDxWriter} first.
 */
@NullMarked
package dev.countersign.bom.cyclonedx;

import org.jspecify.annotations.NullMarked;
