@NullMarked
package dev.countersign.report.words;

import org.jspecify.annotations.NullMarked;
