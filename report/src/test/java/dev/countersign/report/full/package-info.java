@NullMarked
package dev.countersign.report.full;

import org.jspecify.annotations.NullMarked;
