@NullMarked
package dev.countersign.runner.summary;

import org.jspecify.annotations.NullMarked;
