@NullMarked
package dev.countersign.knowledge.rules;

import org.jspecify.annotations.NullMarked;
