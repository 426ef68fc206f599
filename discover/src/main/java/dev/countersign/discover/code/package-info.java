/**
 * Code read as far as it takes to see what it imports, calls and names: a lexer for families of
 * languages, no grammar. Read {@link dev.countersign.discover.code.Code} first.
 */
@NullMarked
package dev.countersign.discover.code;

import org.jspecify.annotations.NullMarked;
