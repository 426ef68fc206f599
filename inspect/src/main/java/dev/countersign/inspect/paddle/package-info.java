/** Models of PaddlePaddle: a program, and its parameters. */
@NullMarked
package dev.countersign.inspect.paddle;

import org.jspecify.annotations.NullMarked;
