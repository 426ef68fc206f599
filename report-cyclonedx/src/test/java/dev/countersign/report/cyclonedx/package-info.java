/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.cyclonedx;

import org.jspecify.annotations.NullMarked;
