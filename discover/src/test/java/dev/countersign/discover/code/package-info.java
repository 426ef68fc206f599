@NullMarked
package dev.countersign.discover.code;

import org.jspecify.annotations.NullMarked;
