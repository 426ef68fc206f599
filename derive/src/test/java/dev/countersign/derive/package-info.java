@NullMarked
package dev.countersign.derive;

import org.jspecify.annotations.NullMarked;
