/** Tests of what runs Countersign in pipelines and before commits. */
@NullMarked
package dev.countersign.cli.pipeline;

import org.jspecify.annotations.NullMarked;
