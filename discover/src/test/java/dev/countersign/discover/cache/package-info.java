@NullMarked
package dev.countersign.discover.cache;

import org.jspecify.annotations.NullMarked;
