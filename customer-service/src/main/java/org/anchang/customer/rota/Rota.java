package org.anchang.customer.rota;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.anchang.customer.CustomerSetting;
import org.anchang.customer.rota.Stands.Half;
import org.anchang.kit.clock.OfficeClock;
import org.anchang.kit.setting.Settings;

/// REC-8: who stands at the desk at this moment: they help, and who is on turn receives.
@ApplicationScoped
public class Rota {
    @Inject
    Stands stands;

    @Inject
    Settings settings;

    @Inject
    OfficeClock clock;

    public HalfDay now(String project) {
        var hour = clock.instant().atZone(OfficeClock.OFFICE_ZONE).getHour();
        return hour < Integer.parseInt(settings.text(project, CustomerSetting.DESK_AFTERNOON_FROM))
                ? HalfDay.MORNING
                : HalfDay.AFTERNOON;
    }

    /// From the left.
    public List<String> atDesk(String project) {
        return stands.at(project, new Half(clock.today(), now(project)));
    }
}
