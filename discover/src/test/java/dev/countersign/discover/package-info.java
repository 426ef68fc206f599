@NullMarked
package dev.countersign.discover;

import org.jspecify.annotations.NullMarked;
