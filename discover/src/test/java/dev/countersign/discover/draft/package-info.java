@NullMarked
package dev.countersign.discover.draft;

import org.jspecify.annotations.NullMarked;
