@NullMarked
package dev.countersign.watch.membership;

import org.jspecify.annotations.NullMarked;
