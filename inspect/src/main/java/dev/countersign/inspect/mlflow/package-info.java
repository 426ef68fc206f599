/** Models of MLflow: the {@code MLmodel} file, and what it makes MLflow import and read. */
@NullMarked
package dev.countersign.inspect.mlflow;

import org.jspecify.annotations.NullMarked;
