package dev.countersign.inspect.orbax;

import static dev.countersign.inspect.bundle.Bundle.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.countersign.inspect.Verdict;
import org.junit.jupiter.api.Test;

class OrbaxFormatTest {
  @Test
  void whatOrbaxWritesIsClean() throws Exception {
    assertThat(
            verdict(
                "_METADATA",
                "{\"tree_metadata\":{\"('params',)\":{\"value_metadata\":{\"value_type\":\"jax.Array\"}}},"
                    + "\"use_zarr3\":false}"))
        .isEqualTo(Verdict.CLEAN);
    assertThat(
            verdict(
                "_CHECKPOINT_METADATA",
                "{\"item_handlers\":\"orbax.checkpoint._src.handlers.StandardCheckpointHandler\"}"))
        .isEqualTo(Verdict.CLEAN);
    assertThat(
            verdict(
                ".zarray",
                "{\"dtype\":\"<f4\",\"compressor\":{\"id\":\"zstd\"},\"filters\":null,\"zarr_format\":2}"))
        .isEqualTo(Verdict.CLEAN);
  }

  @Test
  void chunksThatArePicklesAreMalicious() throws Exception {
    String array =
        "{\"dtype\":\"|O\",\"filters\":[{\"id\":\"pickle\",\"protocol\":5}],\"zarr_format\":2}";
    assertThat(verdict(".zarray", array)).isEqualTo(Verdict.MALICIOUS);
    assertThat(verdict("zarr.json", "{\"codecs\":[{\"name\":\"numcodecs.pickle\"}]}"))
        .isEqualTo(Verdict.MALICIOUS);
  }

  @Test
  void dataFromElsewhereIsMalicious() throws Exception {
    String store = "{\"kvstore\":{\"driver\":\"%s\",\"path\":\"%s\",\"base_url\":\"%s\"}}";
    assertThat(verdict("_METADATA", store.formatted("http", "x", "https://x.example/")))
        .isEqualTo(Verdict.MALICIOUS);
    assertThat(verdict("_METADATA", store.formatted("file", "/etc/passwd", "")))
        .isEqualTo(Verdict.MALICIOUS);
    assertThat(verdict("_METADATA", store.formatted("file", "d/0", ""))).isEqualTo(Verdict.CLEAN);
  }

  @Test
  void handlersAndTextsThatAreCodeAreSuspicious() throws Exception {
    assertThat(verdict("_CHECKPOINT_METADATA", "{\"item_handlers\":{\"state\":\"os.system\"}}"))
        .isEqualTo(Verdict.SUSPICIOUS);
    assertThat(
            verdict(
                "metadata.json",
                "{\"type\":\"orbax_checkpoint\",\"fn\":\"lambda d: exec('import os;"
                    + " os.system(1)')\"}"))
        .isEqualTo(Verdict.SUSPICIOUS);
  }
}
