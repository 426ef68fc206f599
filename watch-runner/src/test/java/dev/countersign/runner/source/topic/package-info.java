/** Tests of topics as a log. */
@NullMarked
package dev.countersign.runner.source.topic;

import org.jspecify.annotations.NullMarked;
