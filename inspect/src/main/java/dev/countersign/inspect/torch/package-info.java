/**
 * Files of PyTorch since 1.6, which are zips: saved tensors and modules, programs in TorchScript,
 * and packages of Python code. Read {@link dev.countersign.inspect.torch.TorchZip} first.
 */
@NullMarked
package dev.countersign.inspect.torch;

import org.jspecify.annotations.NullMarked;
