@NullMarked
package dev.countersign.discover.detect;

import org.jspecify.annotations.NullMarked;
