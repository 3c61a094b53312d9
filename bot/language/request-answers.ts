const SAID =
  /^(?:(?:please )?(?:approve|decline|reject|deny)(?: (?:it|them|this|the requests?))?|(?:請)?(?:核准|批准|駁回|拒絕)(?:申請)?)$/u;

/** "Approve", 拒絕: what an admin says to a request, though elsewhere it may only be a yes or a no. */
export const answersRequest = (text: string): boolean =>
  SAID.test(
    text
      .normalize('NFKC')
      .toLowerCase()
      .trim()
      .replace(/[.!。！]+$/u, ''),
  );
