package dev.countersign.inspect.hdf5;

import dev.countersign.inspect.bytes.Broken;
import java.io.IOException;

/** Is told what is in an HDF5 file; paths begin with {@code /}. */
interface Hdf5Visitor {
  void attribute(String path, Attribute attribute) throws Broken, IOException;

  /** A name leads to an object of another file. */
  void external(String path, String file, String target);

  /** A name is of a kind that a registered program resolves. */
  void custom(String path, int kind);

  /** Numbers of a dataset stand in another file. */
  void externalNumbers(String path, String file, long address);

  /** Numbers of a dataset are taken from datasets, which may be of another file. */
  void virtual(String path, String file, long address);

  /** Numbers of a dataset pass through a filter. */
  void filter(String path, int id, String name, long address);

  /** Something could not be read; the walk goes on. */
  void unreadable(String path, Broken why);
}
