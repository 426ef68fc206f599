/** Tests of the package of the same name. */
@NullMarked
package dev.countersign.report.mermaid;

import org.jspecify.annotations.NullMarked;
