-- 发送范围里的企业事实改写成条件：原来几项都要符合，就是“全部满足”的一组
update policy set audience = (audience - 'facts') || jsonb_build_object(
    'condition', case when jsonb_array_length(coalesce(nullif(audience -> 'facts', 'null'), '[]')) = 0 then null
        else jsonb_build_object('kind', 'ALL', 'of', (
            select jsonb_agg(jsonb_build_object('kind', 'FACT', 'fact', f ->> 'fact', 'operator', 'IS',
                'values', jsonb_build_array(f ->> 'value')))
            from jsonb_array_elements(audience -> 'facts') f)) end,
    'cases', jsonb_build_array());
comment on column policy.audience is '发送范围：区划、行业、条件和试例';
