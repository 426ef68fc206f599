@NullMarked
package dev.countersign.discover.component;

import org.jspecify.annotations.NullMarked;
