/** What a run shows while it goes: begin with {@link dev.countersign.runner.screen.LiveScreen}. */
@NullMarked
package dev.countersign.runner.screen;

import org.jspecify.annotations.NullMarked;
