package dev.countersign.attest.oms;

import dev.countersign.attest.hash.FileToHash;
import dev.countersign.attest.hash.HashedFile;
import java.io.IOException;
import java.util.List;

/** Hashes the files of a model; one way keeps what it has read. */
interface Hashing {
  /** In the order of the files. */
  List<HashedFile> hash(List<FileToHash> files, Serialization how)
      throws IOException, InterruptedException;
}
