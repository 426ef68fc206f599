/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.markdown;

import org.jspecify.annotations.NullMarked;
