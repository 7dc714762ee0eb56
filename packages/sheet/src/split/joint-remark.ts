/** What a slip says of a task with several leads, or for which another org reports (共同任务的备注): with whom, and whose figure counts. */
export function jointRemark(leads: readonly string[], dataOrg: string, org: string): string | null {
  if (leads.length > 0 && dataOrg !== "" && !leads.includes(dataOrg) && (leads.length < 2 || dataOrg === org))
    return dataOrg === org
      ? `由${leads.join("、")}牵头，数据以本单位报送的为准`
      : `数据以${dataOrg}报送的为准`;
  if (leads.length < 2 || !leads.includes(org)) return null;
  const others = leads.filter((lead) => lead !== org).join("、");
  return `共同：与${others}共同牵头，数据以${dataOrg === org ? "本单位" : dataOrg}报送的为准`;
}

const remark = /^共同：与(.{1,200}?)共同牵头，数据以(.{1,60}?)报送的为准/;

/** The leads of a returned row by its remark, the one whose figure counts first; none where it says nothing of it. */
export function leadsByRemark(note: string, org: string): readonly string[] {
  const [, others, data] = remark.exec(note.trim()) ?? [];
  if (others === undefined || data === undefined) return [];
  const all = [org, ...others.split("、")];
  const first = data === "本单位" ? org : data;
  return [first, ...all.filter((one) => one !== first).sort()];
}
