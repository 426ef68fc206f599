/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.json;

import org.jspecify.annotations.NullMarked;
