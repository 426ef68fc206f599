@NullMarked
package dev.countersign.model;

import org.jspecify.annotations.NullMarked;
