/**
 * Models written as XML: read as a stream, with document types and entities told and never
 * followed.
 */
@NullMarked
package dev.countersign.inspect.xml;

import org.jspecify.annotations.NullMarked;
