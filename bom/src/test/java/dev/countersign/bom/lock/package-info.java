@NullMarked
package dev.countersign.bom.lock;

import org.jspecify.annotations.NullMarked;
