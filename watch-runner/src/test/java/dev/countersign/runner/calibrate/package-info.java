/** What is learnt from a log, and how far it holds for clients that were not in it. */
@NullMarked
package dev.countersign.runner.calibrate;

import org.jspecify.annotations.NullMarked;
