package org.bellbuoy.port.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bellbuoy.port.conversation.Endpoint;
import org.bellbuoy.port.inventory.Device;
import org.bellbuoy.port.inventory.DeviceAttribute;
import org.bellbuoy.port.operation.AttributeName;

/**
 * Who made a device, as the device or its hardware address tells it.
 *
 * @param addresses texts of its IP and hardware addresses, as findings name assets
 * @param name the maker's name: hostile text where a device told it
 * @param by what told it, with its frame and source, in words
 */
public record ToldMaker(List<String> addresses, String name, String by) {
  public ToldMaker {
    addresses = List.copyOf(addresses);
  }

  /**
   * Makers of devices. What a device says of itself goes before units behind its address, and the
   * maker of its network card, by the prefix of its hardware address, counts only where neither
   * tells one.
   *
   * @param sources names of sources by their index
   */
  static List<ToldMaker> of(List<Device> devices, List<String> sources) {
    List<ToldMaker> told = new ArrayList<>();
    for (Device device : devices) {
      List<String> addresses = new ArrayList<>();
      device.addresses().forEach(address -> addresses.add(address.toString()));
      device.macs().forEach(mac -> addresses.add(Endpoint.macText(mac)));
      for (DeviceAttribute maker : makers(device)) {
        told.add(new ToldMaker(addresses, maker.value().strip(), by(device, maker, sources)));
      }
    }
    return told;
  }

  private static List<DeviceAttribute> makers(Device device) {
    List<DeviceAttribute> all =
        device.attributes().stream()
            .filter(one -> one.name() == AttributeName.VENDOR && !one.value().isBlank())
            .toList();
    List<DeviceAttribute> own = all.stream().filter(one -> !prefix(one) && one.unit() < 0).toList();
    List<DeviceAttribute> units = all.stream().filter(one -> !prefix(one)).toList();
    List<DeviceAttribute> surest = !own.isEmpty() ? own : !units.isEmpty() ? units : all;
    Set<String> names = new TreeSet<>();
    return surest.stream().filter(one -> names.add(one.value().strip())).toList();
  }

  private static boolean prefix(DeviceAttribute maker) {
    return maker.source().equals(DeviceAttribute.MAC_PREFIX);
  }

  private static String by(Device device, DeviceAttribute maker, List<String> sources) {
    String number =
        device.attributes().stream()
            .filter(one -> one.name() == AttributeName.VENDOR_ID)
            .filter(one -> one.source().equals(maker.source()) && one.unit() == maker.unit())
            .findFirst()
            .map(one -> " vendor id " + one.value())
            .orElse("");
    return "%s%s%s, frame %d of %s%s"
        .formatted(
            prefix(maker) ? "the prefix of its MAC address" : maker.source(),
            number,
            maker.unit() < 0 ? "" : " of unit " + maker.unit(),
            maker.proof().frame(),
            sources.get(maker.proof().source()),
            maker.contradicted() ? ", contradicted elsewhere" : "");
  }
}
