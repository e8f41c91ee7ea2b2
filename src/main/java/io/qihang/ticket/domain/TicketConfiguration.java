package io.qihang.ticket.domain;

import io.qihang.platform.mybatis.ColumnType;
import io.qihang.ticket.CommonProblemId;
import io.qihang.ticket.TicketId;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class TicketConfiguration {

    @Bean
    static ColumnType<TicketId> ticketIds() {
        return ColumnType.id(TicketId.class, TicketId::new, TicketId::value);
    }

    @Bean
    static ColumnType<CommonProblemId> commonProblemIds() {
        return ColumnType.id(CommonProblemId.class, CommonProblemId::new, CommonProblemId::value);
    }

    @Bean
    static ColumnType<ContentCheckId> contentCheckIds() {
        return ColumnType.id(ContentCheckId.class, ContentCheckId::new, ContentCheckId::value);
    }

    @Bean
    static ColumnType<TicketRecord.StepLines> ticketStepLines() {
        return ColumnType.json(TicketRecord.StepLines.class);
    }

    @Bean
    static ColumnType<LightMapper.Ladders> ladders() {
        return ColumnType.json(LightMapper.Ladders.class);
    }

    @Bean
    static ColumnType<TicketRecord.AssistLines> ticketAssistLines() {
        return ColumnType.json(TicketRecord.AssistLines.class);
    }

    @Bean
    static ColumnType<InCommon> ticketInCommon() {
        return ColumnType.json(InCommon.class);
    }

    @Bean
    static ColumnType<TicketSettings.Grounds> ticketGrounds() {
        return ColumnType.json(TicketSettings.Grounds.class);
    }

    @Bean
    static ColumnType<DutyList.Duties> ticketDuties() {
        return ColumnType.json(DutyList.Duties.class);
    }

    @Bean
    static ColumnType<TicketRecord.HopLines> ticketHopLines() {
        return ColumnType.json(TicketRecord.HopLines.class);
    }

    @Bean
    static ColumnType<WaitMapper.PauseLines> ticketPauseLines() {
        return ColumnType.json(WaitMapper.PauseLines.class);
    }

    @Bean
    static ColumnType<WaitMapper.ExtensionLines> ticketExtensionLines() {
        return ColumnType.json(WaitMapper.ExtensionLines.class);
    }
}
