@NullMarked
package dev.countersign.report.browser;

import org.jspecify.annotations.NullMarked;
