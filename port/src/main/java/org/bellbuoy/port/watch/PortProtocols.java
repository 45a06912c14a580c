package org.bellbuoy.port.watch;

import java.util.List;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.protocol.bacnet.BacnetProtocol;
import org.bellbuoy.port.protocol.dnp3.Dnp3DatagramProtocol;
import org.bellbuoy.port.protocol.dnp3.Dnp3Protocol;
import org.bellbuoy.port.protocol.modbus.ModbusProtocol;

/** All protocols that the watch tells. A new decoder gets its line here. */
public final class PortProtocols {
  private PortProtocols() {}

  /**
   * The decoders of one run. Asked in this order, the narrowest signs first.
   *
   * @param context for decoders of frames, which are made at once
   */
  public static Decoders all(DecodeContext context) {
    return new Decoders(
        List.of(
            // One line each.
            new Dnp3Protocol(), new ModbusProtocol()),
        List.of(
            // One line each.
            new Dnp3DatagramProtocol(), new BacnetProtocol()),
        List.of());
  }
}
