package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.List;
import org.bellbuoy.port.decode.DatagramProtocol;
import org.bellbuoy.port.decode.DecodeContext;
import org.bellbuoy.port.decode.Decoders;
import org.bellbuoy.port.decode.StreamProtocol;
import org.bellbuoy.port.protocol.enip.EnipDatagramProtocol;
import org.bellbuoy.port.protocol.enip.EnipProtocol;
import org.bellbuoy.port.protocol.modbus.ModbusProtocol;
import org.bellbuoy.port.protocol.opcua.OpcUaProtocol;

/** All protocols that the watch tells. A new decoder gets its line here. */
public final class PortProtocols {
  private PortProtocols() {}

  /**
   * The decoders of one run. Asked in this order, the narrowest signs first.
   *
   * @param context for decoders of frames, which are made at once
   */
  public static Decoders all(DecodeContext context) {
    List<StreamProtocol> streams = new ArrayList<>();
    streams.add(new OpcUaProtocol());
    streams.add(new EnipProtocol());
    streams.add(new ModbusProtocol());
    List<DatagramProtocol> datagrams = new ArrayList<>();
    datagrams.add(new EnipDatagramProtocol());
    return new Decoders(streams, datagrams, List.of());
  }
}
