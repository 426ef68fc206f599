@NullMarked
package dev.countersign.discover.tree;

import org.jspecify.annotations.NullMarked;
