package org.bellbuoy.port.protocol.ads;

import static org.assertj.core.api.Assertions.assertThat;

import org.bellbuoy.port.conversation.Direction;
import org.bellbuoy.port.operation.BlockFetch;
import org.bellbuoy.port.operation.Operation;
import org.bellbuoy.port.operation.OperationClass;
import org.bellbuoy.port.watch.Recorded;
import org.bellbuoy.port.watch.Watched;
import org.junit.jupiter.api.Test;

/** In ADS who was called may ask who called it: a command of its own, no fetch of blocks. */
class AdsServerAsksTest {
  /** A file write (group 123) at the system service, port 10000, from the server's side. */
  private static byte[] capture() {
    String write = "7b000000 00000000 04000000 01020304";
    return new AdsMessages()
        .ask(1, Ams.READ, "20400000 08000000 04000000")
        .answer(1, Ams.READ, 0, "00000000 04000000 00000000")
        .send(false, AdsMessages.message(10000, 851, Ams.WRITE, 4, 0, 7, write))
        .send(true, AdsMessages.message(851, 10000, Ams.WRITE, 5, 0, 7, "00000000"))
        .bytes();
  }

  @Test
  void aServerThatWritesAFileToItsClientFetchesNothing() {
    Operation write = Recorded.of(capture()).operations.getLast();

    assertThat(write.functionName()).isEqualTo("write");
    assertThat(write.operationClass()).isEqualTo(OperationClass.PROGRAM);
    assertThat(write.direction()).isEqualTo(Direction.TO_CLIENT);
    assertThat(BlockFetch.is(write)).isFalse();
  }

  @Test
  void itIsToldAsTheCommandOfTheServer() {
    Operation write = Recorded.of(capture()).operations.getLast();

    assertThat(Watched.brief(Watched.findings(capture())))
        .containsExactly("port.control %s program possible 1".formatted(write.source().address()));
  }
}
