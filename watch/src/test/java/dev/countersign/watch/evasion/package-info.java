@NullMarked
package dev.countersign.watch.evasion;

import org.jspecify.annotations.NullMarked;
