/** Which formats look into which artefact, and everything inside of it in turn. */
@NullMarked
package dev.countersign.inspect.engine;

import org.jspecify.annotations.NullMarked;
