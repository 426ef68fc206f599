package dev.countersign.runner.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Topics are named by an address, and secrets stay out of it. */
class KafkaAddressTest {
  @TempDir Path folder;

  @Test
  void brokersAndTopicsAreNamedAndThePortMayBeLeftOut() throws Exception {
    KafkaAddress address = KafkaAddress.of("kafka://broker1,broker2:9093,[::1]:9094/log.a,log-b");
    assertThat(address.servers()).isEqualTo("broker1:9092,broker2:9093,[::1]:9094");
    assertThat(address.topics()).containsExactly("log.a", "log-b");
    assertThat(KafkaAddress.of(address.text())).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kafka://broker", "kafka:///topic", "kafka://broker/", "kafka://broker:port/t",
        "kafka://broker,/t", "kafka://broker/a b", "kafka://broker/a/b", "kafka://broker/..",
        "kafka://broker:/t", "kafka://broker:123456/t"
      })
  void whatIsNoAddressIsAnsweredWithOne(String wrong) {
    assertThatThrownBy(() -> KafkaAddress.of(wrong))
        .isInstanceOf(UnusableKafka.class)
        .hasMessageContaining("Write kafka://broker1:9092,broker2:9092/topic.");
  }

  @Test
  void aPasswordInAnAddressIsNotRepeated() {
    assertThatThrownBy(() -> KafkaAddress.of("kafka://me:hunter2@broker/topic"))
        .hasMessageContaining("--kafka-config")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void whatIsSetGoesToTheClientsButForWhatDecidesThatNothingIsLost() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("client.properties"),
            "security.protocol=SASL_SSL\nbootstrap.servers=other:1\nenable.auto.commit=true\n"
                + "isolation.level=read_uncommitted\ngroup.id=mine\nacks=0\nfetch.max.bytes=1\n");
    KafkaConfig config = KafkaConfig.read(file);
    KafkaAddress address = KafkaAddress.of("kafka://broker/topic");
    assertThat(config.consumer(address))
        .containsAllEntriesOf(
            Map.of(
                "security.protocol", "SASL_SSL",
                "bootstrap.servers", "broker:9092",
                "enable.auto.commit", "false",
                "isolation.level", "read_committed",
                "fetch.max.bytes", "1"))
        .doesNotContainKey("group.id");
    assertThat(config.producer(address))
        .containsAllEntriesOf(
            Map.of("security.protocol", "SASL_SSL", "acks", "all", "enable.idempotence", "true"));
  }

  @Test
  void aFileThatIsNoFileOfSettingsIsTold() throws Exception {
    Path file = Files.writeString(folder.resolve("wrong.properties"), "a=\\u00zz");
    assertThatThrownBy(() -> KafkaConfig.read(file))
        .isInstanceOf(UnusableKafka.class)
        .hasMessageContaining("is no file of properties");
  }
}
